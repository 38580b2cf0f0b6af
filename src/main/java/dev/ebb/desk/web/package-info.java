/** The desk over HTTP: who may ask for what, live updates, the interface for programs. */
package dev.ebb.desk.web;
