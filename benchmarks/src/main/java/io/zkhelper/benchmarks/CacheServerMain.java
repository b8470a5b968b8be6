package io.zkhelper.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that serves its cache over HTTP, as any other would. Gets its properties
 * as arguments, prints its port, and ends with its standard input.
 */
final class CacheServerMain {

	private CacheServerMain() {
	}

	public static void main(String[] arguments) throws IOException {
		PrintStream output = System.out;
		System.setOut(System.err);
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments)) {
			output.println(context.getEnvironment().getRequiredProperty("local.server.port"));
			System.in.transferTo(OutputStream.nullOutputStream());
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
