package dev.ebb.job;

import dev.ebb.codec.CaseJson;
import dev.ebb.codec.Dispatch;
import dev.ebb.job.Formats.First;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Aside;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How a message on its way out is written: as it is sent, with what is said aside besides. */
final class DispatchFormat extends First<Dispatch> {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "dispatch";
  }

  @Override
  public void write(Dispatch dispatch, DataOutputView out) throws IOException {
    Formats.writeBytes(CaseJson.write(dispatch.message()), out);
    write(dispatch.message().aside(), out);
    out.writeLong(dispatch.triggeredAt());
    KpiFormats.writeSlices(dispatch.slices(), out);
  }

  @Override
  Dispatch read(DataInputView in) throws IOException {
    CaseMessage message = CaseJson.read(Formats.readBytes(in)).with(aside(in));
    return new Dispatch(message, in.readLong(), KpiFormats.readSlices(in));
  }

  private static void write(Aside aside, DataOutputView out) throws IOException {
    Formats.writeText(aside.household(), out);
    Formats.writeText(aside.selfService(), out);
    out.writeBoolean(aside.owed());
    out.writeLong(aside.allowanceMillis());
    out.writeLong(aside.endsAt());
  }

  private static Aside aside(DataInputView in) throws IOException {
    return new Aside(
        Formats.readText(in), Formats.readText(in), in.readBoolean(), in.readLong(), in.readLong());
  }
}
