package millrace.cases;

/** A case asks for something that no design can say yet. The message says what is needed. */
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotYet(String needs) {
        super("needs " + needs);
    }
}
