package io.zkhelper.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches unless all that the application is told about are cells: then there is no
 * ensemble for what names no cell. Where nothing at all is told it matches, so that this
 * is what fails.
 *
 * @since 1.0.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Conditional(OnDefaultEnsembleCondition.class)
public @interface ConditionalOnDefaultEnsemble {

}
