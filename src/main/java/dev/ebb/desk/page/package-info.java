/** What the desk shows: views as plain records, words, and the templates that take them. */
package dev.ebb.desk.page;
