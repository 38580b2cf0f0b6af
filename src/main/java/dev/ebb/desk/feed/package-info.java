/** What the desk reads from Kafka and writes to it. */
package dev.ebb.desk.feed;
