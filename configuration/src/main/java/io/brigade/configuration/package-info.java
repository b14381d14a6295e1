/** The settings of all services, read from their sources. */
package io.brigade.configuration;
