package io.zkhelper.boot.autoconfigure.fence.jdbc;

import javax.sql.DataSource;

import io.zkhelper.boot.fence.jdbc.JdbcTemplateFence;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.JdbcFence;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds a fence in the database, if there is one that is the default.
 *
 * @since 1.0.0
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
		"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration" })
@ConditionalOnClass({ JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(JdbcFenceProperties.class)
@ImportRuntimeHints(JdbcFenceAutoConfiguration.SchemaHints.class)
public final class JdbcFenceAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(Fence.class)
	static class FenceConfiguration {

		@Bean
		@DependsOnDatabaseInitialization
		JdbcTemplateFence zkHelperFence(DataSource dataSource, JdbcFenceProperties properties) {
			return new JdbcTemplateFence(new JdbcTemplate(dataSource), new JdbcFence(properties.table()));
		}

		@Bean
		FenceSchemaInitializer zkHelperFenceSchemaInitializer(DataSource dataSource, JdbcFenceProperties properties) {
			return new FenceSchemaInitializer(dataSource, properties);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "zkhelper.fence.http.storage", havingValue = "jdbc")
	@ConditionalOnSingleCandidate(PlatformTransactionManager.class)
	@ConditionalOnMissingBean(name = "zkHelperRequestFence")
	static class RequestFenceConfiguration {

		// In a transaction of its own: the one that writes has not begun yet
		@Bean(defaultCandidate = false)
		Fence zkHelperRequestFence(Fence fence, PlatformTransactionManager transactionManager) {
			TransactionTemplate transaction = new TransactionTemplate(transactionManager);
			transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			return (name, token) -> transaction.executeWithoutResult((status) -> fence.pass(name, token));
		}

	}

	static class SchemaHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.resources().registerPattern(FenceSchemaInitializer.SCHEMA);
		}

	}

}
