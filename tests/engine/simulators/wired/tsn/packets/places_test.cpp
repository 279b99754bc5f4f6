#include "engine/simulators/wired/tsn/packets/places.h"

#include <gtest/gtest.h>

#include "engine/core/check.h"

namespace parktwin::wired::tsn::packets {
namespace {

TEST(Places, HoldWhatSendingTakes) {
  const Network network{{0, 900, 0}, {{0, 1, 1'000'000'000, 100}, {1, 2, 100'000'000, 200}}};
  std::vector<Stream> streams(1);
  streams[0].path = {0, 1};
  streams[0].payload_bytes = 458;
  Options options;
  options.background = {{1, 2, 0.3, 58, Sizes::exponential}};
  const Places made = places_of(network, streams, options);
  ASSERT_EQ(made.places.size(), 3U);
  EXPECT_EQ(made.first, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(made.places[0].port_ns, 4'000);
  EXPECT_EQ(made.places[0].frame_ns, 3'904);
  EXPECT_EQ(made.places[0].passage_ns, 3'904 + 100 + 900);
  EXPECT_FALSE(made.places[0].last);
  EXPECT_EQ(made.places[1].passage_ns, 39'040 + 200);
  EXPECT_TRUE(made.places[1].last);
  EXPECT_EQ(made.places[2].source, 1U);
  EXPECT_TRUE(made.places[2].random_size);
  EXPECT_EQ(made.places[2].passage_ns, 200);
  EXPECT_EQ(made.least_ns, (std::vector<Nanoseconds>{3'904 + 1'000 + 39'240, 0}));
}

TEST(Places, PathsHangTogether) {
  const Network network{{0, 0, 0}, {{0, 1, 1'000'000'000, 0}, {2, 1, 1'000'000'000, 0}}};
  std::vector<Stream> streams(1);
  streams[0].path = {0, 1};
  EXPECT_THROW((void)places_of(network, streams, {}), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
