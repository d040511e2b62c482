package millrace.operator;

import millrace.event.Event;

/**
 * A message in a queue.
 *
 * @param number in the order of sending, from 1
 * @param delivery how often it has been delivered
 */
record Message(long number, Event event, long delivery) {
    Message delivered() {
        return new Message(number, event, delivery + 1);
    }

    long hash() {
        return Numbers.mix(Numbers.mix(number, event.id), delivery);
    }
}
