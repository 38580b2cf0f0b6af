package dev.ebb.retention;

import dev.ebb.event.Care;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import dev.ebb.signal.CareLog;
import dev.ebb.signal.CareLog.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@link CareLog} as a part of the case file, whose version covers it. */
@SuppressWarnings("EnumOrdinal") // the order is part of the state format
final class CareLogFormat {
  private static final Care.Kind[] KINDS = Care.Kind.values();
  private static final Care.Source[] SOURCES = Care.Source.values();

  private CareLogFormat() {}

  static void pack(PackedWriter out, CareLog log) {
    out.varint(log.notes().size());
    for (Note note : log.notes()) {
      Care care = note.care();
      out.zigzag(note.at()).raw(care.kind().ordinal()).raw(care.source().ordinal());
      out.varint(care.attributes().size());
      new TreeMap<>(care.attributes()).forEach((name, value) -> out.string(name).string(value));
    }
  }

  static CareLog unpack(PackedReader in) {
    List<Note> notes = new ArrayList<>();
    for (int left = in.varintInt(); left > 0; left--) {
      long at = in.zigzag();
      Care.Kind kind = KINDS[in.raw()];
      Care.Source source = SOURCES[in.raw()];
      notes.add(new Note(at, new Care(kind, source, attributes(in))));
    }
    return notes.isEmpty() ? CareLog.EMPTY : new CareLog(notes);
  }

  private static Map<String, String> attributes(PackedReader in) {
    Map<String, String> attributes = new HashMap<>();
    for (int left = in.varintInt(); left > 0; left--) {
      attributes.put(in.string(), in.string());
    }
    return attributes;
  }
}
