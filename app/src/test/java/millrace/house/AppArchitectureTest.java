package millrace.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the designer's code may use, each rule with its reason. */
@Execution(ExecutionMode.CONCURRENT)
class AppArchitectureTest {
    private static final JavaClasses APP = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void thereIsSomethingToCheck() {
        assertTrue(APP.contain("millrace.app.Launcher"), "no classes found");
    }

    @Test
    void editorAndToolsNeedNoWindow() {
        noClasses().that()
                .resideInAnyPackage("millrace.app.editor..", "millrace.app.tool..", "millrace.app.file..",
                        "millrace.app.prefs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "java.awt..", "javax.swing..")
                .because("what the hand does to a design is tested without a window")
                .allowEmptyShould(!APP.containPackage("millrace.app.editor"))
                .check(APP);
    }

    @Test
    void theCommandLineNeedsNoWindow() {
        noClasses().that()
                .resideInAPackage("millrace.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "java.awt..", "javax.swing..",
                        "millrace.app.shell..")
                .because("a run in a pipe must not wait for a toolkit; pictures come through an interface")
                .check(APP);
    }

    @Test
    void typesAreShownInTheLanguageOfTheScreen() {
        noClasses().that()
                .resideInAPackage("millrace.app..")
                .and()
                .resideOutsideOfPackages("millrace.app.text..", "millrace.app.cli..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("millrace.catalog.Catalog")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("millrace.catalog.RunForm")
                .orShould()
                .callMethod(millrace.catalog.Group.class, "title")
                .because("the catalog speaks English; CatalogTexts has the same types in the words of the bundles")
                .check(APP);
    }

    @Test
    void noPackageCycles() {
        slices().matching("millrace.app.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each part of the window can be read and tested without the others")
                .allowEmptyShould(!APP.containPackage("millrace.app.editor"))
                .check(APP);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (JavaPackage p : APP.getPackage("millrace.app").getSubpackagesInTree())
            assertTrue(p.getClasses().isEmpty() || p.isAnnotatedWith(NullMarked.class),
                    p.getName() + " needs a package-info.java with @NullMarked: only then NullAway checks it");
    }
}
