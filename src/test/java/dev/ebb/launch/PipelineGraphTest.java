package dev.ebb.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.RuntimeSettings;
import dev.ebb.config.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class PipelineGraphTest {
  private static final int MAX_PARALLELISM = 4096;

  private final Settings settings = Settings.defaults();

  /** State is found by these names: whoever changes one, loses it. */
  @Test
  void shouldGiveEachOperatorTheUidItAlwaysHad() {
    assertThat(graph().getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(
            "usage-source",
            "usage-sift",
            "spend-source",
            "spend-sift",
            "customers-source",
            "customers-sift",
            "care-source",
            "care-sift",
            "outcomes-source",
            "outcomes-sift",
            "ledger",
            "rules-source",
            "rule-desk",
            "base-index",
            "top-arpu",
            "household-profiles",
            "household",
            "joined-again",
            "watch",
            "admission",
            "alerts-count",
            "alerts-sink",
            "Sink Committer: alerts-sink",
            "withheld-count",
            "withheld-sink",
            "Sink Committer: withheld-sink",
            "stages-sink",
            "Sink Committer: stages-sink",
            "exits-sink",
            "Sink Committer: exits-sink",
            "figures-buffer",
            "lead-times",
            "case-figures",
            "case-figures-buffer",
            "kpis",
            "kpis-sink",
            "Sink Committer: kpis-sink",
            "rejected-sink",
            "Sink Committer: rejected-sink");
  }

  @Test
  void shouldLeaveNoTypeToKryo() {
    StreamGraph graph = graph();
    assertThat(graph.getJobConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
    List<TypeSerializer<?>> serializers = new ArrayList<>();
    for (StreamNode node : graph.getStreamNodes()) {
      serializers.addAll(Arrays.asList(node.getTypeSerializersIn()));
      serializers.add(node.getTypeSerializerOut());
      serializers.add(node.getStateKeySerializer());
    }
    assertThat(serializers).isNotEmpty().noneMatch(KryoSerializer.class::isInstance);
    assertThat(graph.getJobGraph().getNumberOfVertices()).isPositive();
  }

  @Test
  void shouldFixTheMaximumParallelism() {
    assertThat(graph().getStreamNodes())
        .extracting(StreamNode::getMaxParallelism)
        .allMatch(max -> max == MAX_PARALLELISM || max == 1);
  }

  private StreamGraph graph() {
    StreamExecutionEnvironment env =
        new StreamExecutionEnvironment(JobEnvironment.configuration(RuntimeSettings.DEFAULT));
    List<String> names = new KafkaPipeline(settings).build(env, Rules.of(settings));
    assertThat(names).containsExactly("usage", "spend", "customers", "care", "outcomes");
    return env.getStreamGraph(false);
  }
}
