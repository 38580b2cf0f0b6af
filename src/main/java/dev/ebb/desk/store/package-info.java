/** What the retention desk keeps in PostgreSQL, and how a case is worked there. */
package dev.ebb.desk.store;
