package millrace.app;

import java.lang.management.ManagementFactory;

/** What a thread has worked, ns: what others do on the machine meanwhile does not count, only how fast the machine is. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /** Of this thread since it began, ns. */
    public static long own() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What this thread works for it, ns. */
    public static long of(Runnable work) {
        long began = own();
        work.run();
        return own() - began;
    }
}
