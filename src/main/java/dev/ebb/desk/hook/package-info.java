/** Webhooks: tells other systems of cases over HTTP. */
package dev.ebb.desk.hook;
