package dev.ebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import net.jqwik.api.Property;

/** Every run of the tests asks the same questions: chance is for those who look for new ones. */
@AnalyzeClasses(packages = "dev.ebb", importOptions = ImportOption.OnlyIncludeTests.class)
class DeterminismTest {

  @ArchTest
  static final ArchRule PROPERTIES_HAVE_A_SEED =
      methods()
          .that()
          .areAnnotatedWith(Property.class)
          .should(
              new ArchCondition<>("have a seed") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean isSeeded =
                      !method
                          .getAnnotationOfType(Property.class)
                          .seed()
                          .equals(Property.SEED_NOT_SET);
                  events.add(
                      new SimpleConditionEvent(
                          method, isSeeded, method.getFullName() + " has no seed"));
                }
              });
}
