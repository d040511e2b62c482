package millrace.simulation;

import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.operator.Note;
import org.jspecify.annotations.Nullable;

/** A recorder that hears nothing, for tests that listen to some of it. */
public class Quiet extends PartialRecorder {}
