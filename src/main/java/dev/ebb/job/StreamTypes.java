package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Decoded;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.job.FlatSerializer.Format;
import dev.ebb.retention.Leaver;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types of all streams. None is left to Flink's guess. */
public final class StreamTypes {
  public static final TypeInformation<Decoded> DECODED =
      new FlatType<>(Decoded.class, new Formats.OfDecoded());
  public static final TypeInformation<Event> EVENT =
      new FlatType<>(Event.class, new Formats.OfEvent());
  public static final TypeInformation<Rejected> REJECTED =
      new FlatType<>(Rejected.class, new Formats.OfRejected());
  public static final TypeInformation<Dispatch> DISPATCH =
      new FlatType<>(Dispatch.class, new DispatchFormat());
  public static final TypeInformation<LedgerFact> LEDGER_FACT =
      new FlatType<>(LedgerFact.class, new Formats.OfLedgerFact());
  public static final TypeInformation<RegionUse> REGION_USE =
      new FlatType<>(RegionUse.class, new RegionFormats.OfRegionUse());
  public static final TypeInformation<RegionArpu> REGION_ARPU =
      new FlatType<>(RegionArpu.class, new RegionFormats.OfRegionArpu());
  public static final TypeInformation<KpiFact> KPI_FACT =
      new FlatType<>(KpiFact.class, new KpiFormats.OfKpiFact());
  public static final TypeInformation<KpiPart> KPI_PART =
      new FlatType<>(KpiPart.class, new KpiFormats.OfKpiPart());
  public static final TypeInformation<Leaver> LEAVER =
      new FlatType<>(Leaver.class, new KpiFormats.OfLeaver());
  public static final TypeInformation<Control> CONTROL =
      new FlatType<>(Control.class, new ControlFormats.OfControl());
  public static final TypeInformation<RawRecord> RAW_RECORD =
      new FlatType<>(RawRecord.class, new ControlFormats.OfRawRecord());
  public static final TypeInformation<Score> SCORE =
      new FlatType<>(Score.class, new Formats.OfScore());

  public static final TypeInformation<Compacted> COMPACTED =
      new FlatType<>(Compacted.class, new Formats.OfCompacted());

  private static final Map<String, Format<?>> FORMATS =
      Stream.of(
              new Formats.OfDecoded(),
              new Formats.OfEvent(),
              new Formats.OfRejected(),
              new DispatchFormat(),
              new Formats.OfLedgerFact(),
              new RegionFormats.OfRegionUse(),
              new RegionFormats.OfRegionArpu(),
              new KpiFormats.OfKpiFact(),
              new KpiFormats.OfKpiPart(),
              new KpiFormats.OfLeaver(),
              new ControlFormats.OfControl(),
              new ControlFormats.OfRawRecord(),
              new Formats.OfScore(),
              new Formats.OfCompacted())
          .collect(Collectors.toUnmodifiableMap(Format::name, Function.identity()));

  private StreamTypes() {}

  /** The format that state remembers by this name. */
  @SuppressWarnings("unchecked") // a name stands for one type for ever
  static <T> Format<T> format(String name) {
    Format<?> format = FORMATS.get(name);
    if (format == null) {
      throw new IllegalStateException("state has an unknown format " + name);
    }
    return (Format<T>) format;
  }
}
