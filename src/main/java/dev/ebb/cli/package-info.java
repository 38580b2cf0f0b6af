/**
 * The commands of {@code ./ebb}: one class each, exit code 0, 1 for an error, 2 for wrong usage.
 */
package dev.ebb.cli;
