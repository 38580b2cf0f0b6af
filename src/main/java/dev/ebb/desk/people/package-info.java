/** Who may use the desk: accounts, sign-in, sessions and tokens for programs. */
package dev.ebb.desk.people;
