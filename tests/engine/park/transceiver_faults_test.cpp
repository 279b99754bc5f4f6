#include "engine/park/transceiver_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> faults(const NetworkLink& link) {
  std::vector<std::string> texts;
  for (const auto& fault : faults_of(link)) texts.push_back(std::string(fault.field) + ": " + fault.message);
  return texts;
}

TEST(TransceiverFaults, AreNoneWhenItCarriesTheRate) {
  NetworkLink link;
  EXPECT_THAT(faults(link), IsEmpty());
  link.rate_down = link.rate_up = MegabitsPerSecond(400000.0);
  EXPECT_THAT(faults(link), IsEmpty());  // chosen by rate: a run says that none is known
  link.transceiver = Transceiver::ten_ge_lr;
  link.rate_down = MegabitsPerSecond(10000.0);
  link.rate_up = MegabitsPerSecond(100.0);
  EXPECT_THAT(faults(link), IsEmpty());
}

TEST(TransceiverFaults, NameRatesItDoesNotCarry) {
  NetworkLink link;
  link.transceiver = Transceiver::ten_ge_er;
  link.rate_down = MegabitsPerSecond(25000.0);
  link.rate_up = MegabitsPerSecond(10001.0);
  EXPECT_THAT(faults(link), ElementsAre("rate_down_mbps: found 25000 Mbit/s, expected at most 10000 Mbit/s, which a 10GBASE-ER carries",
                                        "rate_up_mbps: found 10001 Mbit/s, expected at most 10000 Mbit/s, which a 10GBASE-ER carries"));
}

TEST(TransceiverFaults, NameOtherMedia) {
  NetworkLink link;
  link.transceiver = Transceiver::ge_lx;
  link.medium = LinkMedium::passive_optical;
  EXPECT_THAT(faults(link), ElementsAre("transceiver: found 1000BASE-LX, expected by_rate: the link's medium is passive_optical, which has "
                                        "no transceiver of this kind"));
}

}  // namespace
}  // namespace parktwin
