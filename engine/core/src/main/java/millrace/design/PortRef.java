package millrace.design;

/** A port of a node: {@code by2.late}. The first input is called "in", the first output "out"; those may be left out. */
public record PortRef(String node, String port) {
    public static final String IN = "in";
    public static final String OUT = "out";

    public static PortRef in(String node) {
        return new PortRef(node, IN);
    }

    public static PortRef out(String node) {
        return new PortRef(node, OUT);
    }

    /** Reads "node" or "node.port". */
    public static PortRef parse(String text, String usual) {
        int dot = text.indexOf('.');
        return dot < 0 ? new PortRef(text, usual) : new PortRef(text.substring(0, dot), text.substring(dot + 1));
    }

    /** "node", or "node.port" where the port is not the usual one. */
    public String write(String usual) {
        return port.equals(usual) ? node : node + "." + port;
    }

    @Override
    public String toString() {
        return node + "." + port;
    }
}
