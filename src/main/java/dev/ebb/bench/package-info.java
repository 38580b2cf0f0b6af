/**
 * Measures the job against its cheapest possible step and against what a user would pick instead.
 */
package dev.ebb.bench;
