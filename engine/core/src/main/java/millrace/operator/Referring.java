package millrace.operator;

/** An aggregate that keeps all that it knows in its reference, and needs no numbers. */
abstract class Referring extends Aggregate {
    final AggregateSpec spec;

    Referring(Place place, AggregateSpec spec) {
        super(place);
        this.spec = spec;
    }

    @Override
    final int width() {
        return 0;
    }

    @Override
    final boolean hasReference() {
        return true;
    }
}
