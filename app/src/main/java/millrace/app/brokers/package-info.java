/** Logs and queues at the playhead, and what became of each record and message. */
@NullMarked
package millrace.app.brokers;

import org.jspecify.annotations.NullMarked;
