package dev.ebb.job;

import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordLog;
import java.util.Currency;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Rules that are published while the job runs.
 *
 * @param records the topic from its beginning; never drives time
 * @param currency of the amounts in them
 * @param log the same topic, read to its end by each task before it judges anything
 */
public record RuleFeed(DataStream<RawRecord> records, Currency currency, RecordLog log) {}
