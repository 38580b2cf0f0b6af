package dev.ebb.bench;

import dev.ebb.config.Settings;
import dev.ebb.event.Feed;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Flink SQL with OVER windows: one for the week and one for all days, as a query has one range. */
final class SqlJob implements FlinkContender {
  private static final String USAGE =
      """
      CREATE TABLE usage_feed (
        customerId STRING,
        `at` TIMESTAMP_LTZ(3),
        kind STRING,
        amount BIGINT,
        told AS PROCTIME(),
        WATERMARK FOR `at` AS `at` - INTERVAL '1' MINUTE
      ) WITH (
        'connector' = 'kafka',
        'topic' = '%s',
        'properties.bootstrap.servers' = '%s',
        'properties.group.id' = '%s',
        'scan.startup.mode' = 'earliest-offset',
        'format' = 'json',
        'json.timestamp-format.standard' = 'ISO-8601'
      )""";

  private static final String FALLEN =
      """
      CREATE TABLE fallen (customerId STRING) WITH (
        'connector' = 'kafka',
        'topic' = '%s',
        'properties.bootstrap.servers' = '%s',
        'key.format' = 'raw',
        'key.fields' = 'customerId',
        'value.format' = 'json'
      )""";

  private static final String FALLS =
      """
      INSERT INTO fallen
      SELECT customerId FROM (
        SELECT customerId, ROW_NUMBER() OVER (PARTITION BY customerId ORDER BY told) AS nth FROM (
          SELECT customerId, told, everything,
            SUM(outgoing) OVER (PARTITION BY customerId ORDER BY `at`
              RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND CURRENT ROW) AS recent
          FROM (
            SELECT customerId, told, `at`, outgoing,
              SUM(outgoing) OVER (PARTITION BY customerId ORDER BY `at`
                RANGE BETWEEN INTERVAL '35' DAY PRECEDING AND CURRENT ROW) AS everything
            FROM (
              SELECT customerId, told, `at`,
                CASE WHEN kind = 'voice-out' THEN amount ELSE 0 END AS outgoing
              FROM usage_feed)))
        WHERE everything - recent >= 2400 AND 8 * recent <= everything - recent)
      WHERE nth = 1""";

  @Override
  public String build(StreamExecutionEnvironment env, Settings settings) {
    String servers = settings.kafka().bootstrapServers();
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    String feed = settings.feeds().get(Feed.USAGE).topics().get(0);
    tables.executeSql(USAGE.formatted(feed, servers, settings.kafka().groupId()));
    tables.executeSql(FALLEN.formatted(Fallen.topic(Contender.FLINK_SQL), servers));
    StreamStatementSet statements = tables.createStatementSet();
    statements.addInsertSql(FALLS);
    statements.attachAsDataStream();
    return "OverAggregate";
  }
}
