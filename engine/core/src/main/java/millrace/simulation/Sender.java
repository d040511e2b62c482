package millrace.simulation;

/** Who may have to wait until it can go on: for room, for a free input. */
interface Sender {
    /** Its place among all of them. */
    int number();

    /** Whether sending an event is always the last that it does, but for what nobody else can tell. */
    boolean endsWithSending();

    /** Does one thing that it waited for, if it can. */
    void woken();
}
