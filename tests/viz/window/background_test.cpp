#include "viz/window/background.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

namespace parktwin::viz::window {
namespace {

using ::testing::ElementsAre;

TEST(Background, TakesOverOnTheCallersThreadInOrder) {
  std::vector<std::string> done;
  Background background([&done](const std::string& message) { done.push_back("failed: " + message); });
  for (const char* name : {"a", "b", "c"}) {
    background.post(name, [&done, name]() -> Background::Takeover {
      const auto worker = std::this_thread::get_id();
      return [&done, name, worker] { done.push_back(std::string(name) + (worker == std::this_thread::get_id() ? " same" : " other")); };
    });
  }
  background.wait();
  EXPECT_TRUE(done.empty());
  EXPECT_TRUE(background.busy());
  EXPECT_TRUE(background.take_over());
  EXPECT_THAT(done, ElementsAre("a other", "b other", "c other"));
  EXPECT_FALSE(background.busy());
  EXPECT_FALSE(background.take_over());
}

TEST(Background, ANewerJobTakesThePlaceOfOneThatWaits) {
  std::vector<int> done;
  std::promise<void> gate;
  Background background([](const std::string&) {});
  std::promise<void> begun;
  background.post("gate", [&]() -> Background::Takeover {
    begun.set_value();
    gate.get_future().wait();
    return [] {};
  });
  begun.get_future().wait();
  for (int i = 0; i < 5; ++i) background.post("follow", [&done, i]() -> Background::Takeover { return [&done, i] { done.push_back(i); }; });
  gate.set_value();
  background.wait();
  background.take_over();
  EXPECT_THAT(done, ElementsAre(4));
}

TEST(Background, WhatAJobThrowsIsTold) {
  std::string told;
  Background background([&told](const std::string& message) { told = message; });
  background.post("bad", []() -> Background::Takeover { throw std::runtime_error("no such scenario"); });
  background.wait();
  EXPECT_EQ(told, "");
  background.take_over();
  EXPECT_EQ(told, "no such scenario");
}

}  // namespace
}  // namespace parktwin::viz::window
