package dev.ebb;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Holds the one-way dependencies between the packages, as drawn in ARCHITECTURE.md. */
@AnalyzeClasses(packages = "dev.ebb", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE = {
    "dev.ebb.event..",
    "dev.ebb.ledger..",
    "dev.ebb.signal..",
    "dev.ebb.risk..",
    "dev.ebb.retention.."
  };

  @ArchTest
  static final ArchRule noCycles = slices().matching("dev.ebb.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule importsPointUp =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("event")
          .definedBy("dev.ebb.event..")
          .layer("ledger")
          .definedBy("dev.ebb.ledger..")
          .layer("signal")
          .definedBy("dev.ebb.signal..")
          .layer("risk")
          .definedBy("dev.ebb.risk..")
          .layer("retention")
          .definedBy("dev.ebb.retention..")
          .layer("codec")
          .definedBy("dev.ebb.codec..")
          .layer("condition")
          .definedBy("dev.ebb.condition..")
          .layer("kpi")
          .definedBy("dev.ebb.kpi..")
          .layer("config")
          .definedBy("dev.ebb.config..")
          .layer("job")
          .definedBy("dev.ebb.job..")
          .layer("connect")
          .definedBy("dev.ebb.connect..")
          .layer("simulate")
          .definedBy("dev.ebb.simulate..")
          .layer("launch")
          .definedBy("dev.ebb.launch..")
          .layer("desk")
          .definedBy("dev.ebb.desk..")
          .layer("backtest")
          .definedBy("dev.ebb.backtest..")
          .layer("demo")
          .definedBy("dev.ebb.demo..")
          .layer("bench")
          .definedBy("dev.ebb.bench..")
          .layer("load")
          .definedBy("dev.ebb.load..")
          .layer("cli")
          .definedBy("dev.ebb.cli..")
          .whereLayer("event")
          .mayNotAccessAnyLayer()
          .whereLayer("ledger")
          .mayOnlyAccessLayers("event")
          .whereLayer("signal")
          .mayOnlyAccessLayers("event", "ledger")
          .whereLayer("risk")
          .mayOnlyAccessLayers("event", "ledger", "signal")
          .whereLayer("retention")
          .mayOnlyAccessLayers("event", "ledger", "signal", "risk")
          .whereLayer("codec")
          .mayOnlyAccessLayers("event", "ledger", "signal", "risk", "retention")
          .whereLayer("condition")
          .mayOnlyAccessLayers("event", "ledger", "signal")
          .whereLayer("kpi")
          .mayOnlyAccessLayers("event", "ledger", "signal", "risk", "retention", "codec")
          .whereLayer("config")
          .mayOnlyAccessLayers(
              "event", "ledger", "signal", "risk", "retention", "codec", "condition")
          .whereLayer("job")
          .mayOnlyAccessLayers(
              "event", "ledger", "signal", "risk", "retention", "codec", "kpi", "config")
          .whereLayer("connect")
          .mayOnlyAccessLayers("event", "ledger", "signal", "risk", "retention", "codec")
          .whereLayer("launch")
          .mayOnlyAccessLayers(
              "event", "ledger", "signal", "risk", "retention", "codec", "config", "job", "connect")
          .whereLayer("simulate")
          .mayOnlyAccessLayers("event")
          .whereLayer("desk")
          .mayOnlyAccessLayers("event", "ledger", "signal", "risk", "retention", "codec", "config")
          .whereLayer("desk")
          .mayOnlyBeAccessedByLayers("launch", "demo", "load", "cli")
          .whereLayer("bench")
          .mayOnlyBeAccessedByLayers("cli");

  @ArchTest
  static final ArchRule theDeskHasNoCycles =
      slices().matching("dev.ebb.desk.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theDesksStoreSeesNothingElseOfTheDesk =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("dev.ebb.desk.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.ebb.desk.web..", "dev.ebb.desk.feed..", "dev.ebb.desk.people..");

  @ArchTest
  static final ArchRule theDesksPagesWriteNoSql =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage("dev.ebb.desk.web..", "dev.ebb.desk.api..", "dev.ebb.desk.hook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "java.sql..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlySigningInElsewhereKnowsItsLibrary =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.ebb.desk.oidc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule theCoreIsPlainJava =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache..",
              "com.fasterxml..",
              "org.snakeyaml..",
              "io.cloudevents..",
              "dev.cel..",
              "picocli..");

  @ArchTest
  static final ArchRule onlyConditionsKnowTheirLanguage =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.ebb.condition..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  @ArchTest
  static final ArchRule theCoreHasNoClockAndNoDice =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");
}
