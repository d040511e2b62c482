package millrace.app.why;

/** Where the times and names of a card lead. */
public interface Going {
    /** Leads nowhere: for a card alone. */
    Going NOWHERE = new Going() {
        @Override
        public void moment(long time) {}

        @Override
        public void node(String id) {}

        @Override
        public String time(long instant) {
            return "";
        }

        @Override
        public String name(String node) {
            return node;
        }
    };

    /** The playhead is to go there. */
    void moment(long time);

    /** The node is to be shown. */
    void node(String id);

    /** The instant as text; "" = there is no button for it. */
    String time(long instant);

    /** What a node is called. */
    String name(String node);
}
