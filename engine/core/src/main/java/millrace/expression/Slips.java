package millrace.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.design.Problem.Slip;

/** Where in the text of an expression a complaint lies: the word, or the operator, that it names. */
final class Slips {
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final String SIGNS = "=!<>&|";

    private final String text;
    private final Optional<CelAbstractSyntaxTree> tree;

    Slips(String text, Optional<CelAbstractSyntaxTree> tree) {
        this.text = text;
        this.tree = tree;
    }

    /** The word or sign at the place of the complaint; of a call, which lies at its bracket, the name before it. */
    Optional<Slip> of(CelIssue issue, Optional<String> instead) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        if (line < 1 || column < 0 || text.isEmpty()) return Optional.empty();
        int at = Math.min(lineStart(line) + column, text.length() - 1);
        if (text.charAt(at) == '(' && at > 0 && isName(text.charAt(at - 1))) at--;
        return Optional.of(around(at, instead));
    }

    private int lineStart(int line) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++)
            start = text.indexOf('\n', start) + 1;
        return Math.max(0, start);
    }

    private Slip around(int at, Optional<String> instead) {
        char c = text.charAt(at);
        int from = at;
        int to = at + 1;
        while (from > 0 && alike(c, text.charAt(from - 1)))
            from--;
        while (to < text.length() && alike(c, text.charAt(to)))
            to++;
        return new Slip(from, to, instead);
    }

    private static boolean alike(char a, char b) {
        return isName(a) ? isName(b) : SIGNS.indexOf(a) >= 0 && SIGNS.indexOf(b) >= 0;
    }

    private static boolean isName(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** The first place of a word outside of quotes. */
    Slip word(String word, String instead) {
        String edge = Character.isLetter(word.charAt(0)) ? "\\b" : "";
        Matcher m = Pattern.compile(edge + Pattern.quote(word) + edge).matcher(withoutTexts());
        return m.find() ? new Slip(m.start(), m.end(), Optional.of(instead))
                : new Slip(0, text.length(),
                        Optional.empty());
    }

    /** A name or a whole number, which is a word of the text; anything larger has no place of its own. */
    Optional<Slip> argument(CelExpr argument, String instead) {
        boolean number = argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && argument.constant().getKind() == CelConstant.Kind.INT64_VALUE;
        if (!number && argument.getKind() != CelExpr.ExprKind.Kind.IDENT) return Optional.empty();
        return tree.flatMap(t -> Optional.ofNullable(t.getSource().getPositionsMap().get(argument.id())))
                .filter(at -> at < text.length())
                .map(at -> around(at, Optional.of(instead)));
    }

    /** The text with what stands in quotes blotted out, so that places stay what they are. */
    String withoutTexts() {
        return TEXT.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
    }
}
