/** The desk's pages over HTTP: which page answers which address, and what its buttons do. */
package dev.ebb.desk.screen;
