#include "engine/simulators/services/identifiers/input_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "tests/engine/simulators/services/identifiers/small_input.h"

namespace parktwin::services::identifiers {
namespace {

TEST(InputFaults, NoneInASoundInput) { EXPECT_TRUE(input_faults(small_input(), {}).empty()); }

TEST(InputFaults, EachFieldIsNamed) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto expect = [&](const std::string& place, const std::function<void(Input&, Options&)>& spoil) {
    Input input = small_input();
    Options options;
    spoil(input, options);
    const Problems problems = input_faults(input, options);
    ASSERT_EQ(problems.list().size(), 1U) << place;
    EXPECT_THAT(problems.list()[0].place, ::testing::StartsWith(place));
    EXPECT_THROW((void)simulate(input, options), InputError);
  };
  expect("identifiers of all enterprises", [](Input& input, Options&) { input.enterprises.clear(); });
  expect("enterprise 1, field round_trip_ms", [](Input& input, Options&) { input.enterprises[1].own_node->round_trip_ms = -1.0; });
  expect("top", [](Input& input, Options&) { input.top.clear(); });
  expect("secondary", [](Input& input, Options&) { input.secondary.clear(); });
  expect("top 0, outage 0", [](Input& input, Options&) { input.top[0].outages = {{5.0, 5.0}}; });
  expect("secondary 0, outage 0, field until_s", [](Input& input, Options&) { input.secondary[0].outages = {{5.0, 1e300}}; });
  expect("resolutions_per_day", [&](Input& input, Options&) { input.resolutions_per_day = nan; });
  expect("registrations_per_day", [](Input& input, Options&) { input.registrations_per_day = -1.0; });
  expect("batches_per_day", [](Input& input, Options&) { input.batches_per_day = -1.0; });
  expect("batch_size", [](Input& input, Options&) { input.batch_size = 0; });
  expect("batch_gap_ms", [](Input& input, Options&) { input.batch_gap_ms = -1.0; });
  expect("clients", [](Input& input, Options&) { input.clients = 0; });
  expect("client_round_trip_ms", [&](Input& input, Options&) { input.client_round_trip_ms = nan; });
  expect("zipf_exponent", [](Input& input, Options&) { input.zipf_exponent = -0.1; });
  expect("hourly_weights", [](Input& input, Options&) { input.hourly_weights = {}; });
  expect("hourly_weights, hour 3", [&](Input& input, Options&) { input.hourly_weights[3] = nan; });
  expect("flood 0, field queries_per_s", [](Input& input, Options&) { input.floods = {{0.0, 1.0, 0.0, 1, 1.0}}; });
  expect("flood 0, field sources", [](Input& input, Options&) { input.floods = {{0.0, 1.0, 1.0, 0, 1.0}}; });
  expect("flood 0, field forged_share", [](Input& input, Options&) { input.floods = {{0.0, 1.0, 1.0, 1, 1.1}}; });
  expect("days", [](Input&, Options& options) { options.days = 0.0; });
  expect("warm_up_days", [](Input&, Options& options) { options.warm_up_days = -1.0; });
  expect("replicas", [](Input&, Options& options) { options.replicas = 0; });
  expect("confidence", [](Input&, Options& options) { options.confidence = 1.0; });
  expect("cache_ttl_s", [](Input&, Options& options) { options.cache_ttl_s = -1.0; });
  expect("delegation_ttl_s", [](Input&, Options& options) { options.delegation_ttl_s = -1.0; });
  expect("secondary_servers", [](Input&, Options& options) { options.secondary_servers = 0; });
  expect("secondary_service_ms", [](Input&, Options& options) { options.secondary_service_ms = -1.0; });
  expect("enterprise_service_ms", [](Input&, Options& options) { options.enterprise_service_ms = -1.0; });
  expect("timeout_ms", [&](Input&, Options& options) { options.timeout_ms = nan; });
  expect("synchronisation_interval_s", [](Input&, Options& options) { options.synchronisation_interval_s = 0.0; });
  expect("bucket, field rate_per_s", [](Input&, Options& options) { options.bucket = {-1.0, 5.0}; });
  expect("bucket, field burst", [](Input&, Options& options) { options.bucket = {1.0, 0.5}; });
}

TEST(InputFaults, AllAtOnce) {
  Options options;
  options.days = -1.0;
  options.timeout_ms = -1.0;
  Input input = small_input();
  input.clients = 0;
  EXPECT_EQ(input_faults(input, options).list().size(), 3U);
}

}  // namespace
}  // namespace parktwin::services::identifiers
