/** What the retention desk bears: a full store, many pages, many open screens. */
package dev.ebb.load;
