/** The desk's interface for programs: {@code /api/v1}, by bearer tokens. */
package dev.ebb.desk.api;
