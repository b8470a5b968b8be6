package io.zkhelper.sample;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be said about the sample in its configuration.
 *
 * @param database the file that all copies on the machine share
 * @param every how often a night falls
 * @param takes how long the work on a report takes, apart from computing it
 */
@ConfigurationProperties("sample")
record SampleProperties(Path database, @DefaultValue("3s") Duration every, @DefaultValue("250ms") Duration takes) {
}
