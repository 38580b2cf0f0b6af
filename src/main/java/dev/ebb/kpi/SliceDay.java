package dev.ebb.kpi;

/**
 * The figures of one slice at the end of one day.
 *
 * @param day epoch day
 * @param revision 1 when told first, grows when late facts have changed it
 * @param today what the day added
 * @param month what its calendar month has added so far
 * @param total everything so far
 * @param monthStart everything up to the end of the month before
 */
public record SliceDay(
    int day, int revision, Counts today, Counts month, Counts total, Counts monthStart) {}
