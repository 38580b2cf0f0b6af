/** The retention desk: a service of its own on which agents work the cases. */
package dev.ebb.desk;
