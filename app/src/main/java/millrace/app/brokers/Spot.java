package millrace.app.brokers;

/** Where a record or message stands, so that it can be picked: its box, px. */
record Spot(long event, double x, double y, double width, double height) {
    boolean holds(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }
}
