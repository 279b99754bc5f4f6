#include "viz/window/commands.h"

#include <gtest/gtest.h>

#include <string>

namespace parktwin::viz::window {
namespace {

TEST(Commands, KeysSteerWhileTravelling) {
  EXPECT_EQ(command_of({'s'}, false), Command::screenshot);
  for (const char steering : std::string("wasdqe")) EXPECT_EQ(command_of({steering}, true), Command::none) << steering;
  EXPECT_EQ(command_of({key::f12}, true), Command::screenshot);
  EXPECT_EQ(command_of({'o'}, true), Command::orbit);
}

TEST(Commands, OnlyWithControlTheWindowCloses) {
  EXPECT_EQ(command_of({'q'}, false), Command::none);
  EXPECT_EQ(command_of({'q', false, true}, true), Command::quit);
  EXPECT_EQ(command_of({'s', false, true}, false), Command::none);
}

TEST(Commands, DigitsChooseLayers) {
  EXPECT_EQ(layer_of({'1'}), 0);
  EXPECT_EQ(layer_of({'0' + static_cast<int>(names_of(Layer{}).size())}), static_cast<int>(names_of(Layer{}).size()) - 1);
  EXPECT_EQ(layer_of({'0'}), std::nullopt);
  EXPECT_EQ(layer_of({'a'}), std::nullopt);
}

TEST(Commands, TheHelpSpeaksBothLanguages) {
  for (const auto& column : {help_of_looking(), help_of_working()}) {
    EXPECT_GE(column.size(), 10U);
    for (const HelpLine& line : column) {
      EXPECT_FALSE(line.keys.in(Language::en).empty());
      EXPECT_NE(line.meaning.in(Language::en), line.meaning.in(Language::zh));
    }
  }
}

TEST(Commands, EveryLetterTheHelpNamesDoesSomething) {
  for (const auto& column : {help_of_looking(), help_of_working()}) {
    for (const HelpLine& line : column) {
      if (line.keys.en.size() != 1) continue;
      const int key = line.keys.en[0] >= 'A' ? line.keys.en[0] - 'A' + 'a' : line.keys.en[0];
      EXPECT_NE(command_of({key}, false), Command::none) << line.keys.en;
    }
  }
}

}  // namespace
}  // namespace parktwin::viz::window
