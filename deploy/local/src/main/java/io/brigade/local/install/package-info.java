/** Finding the tools the suite needs, and installing them where that is allowed. */
package io.brigade.local.install;
