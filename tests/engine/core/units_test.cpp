#include "engine/core/units.h"

#include <gtest/gtest.h>

#include <type_traits>

#include "engine/core/describe.h"

namespace parktwin {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtractable = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};

// A level and a level: only their difference means something.
static_assert(!Addable<Dbm, Dbm>);
static_assert(std::same_as<decltype(Dbm(1) - Dbm(2)), Decibel>);
static_assert(std::same_as<decltype(Dbm(1) + Decibel(2)), Dbm>);
static_assert(std::same_as<decltype(Dbm(1) - Decibel(2)), Dbm>);
static_assert(!Addable<Decibel, Dbm> && !Subtractable<Decibel, Dbm>);
// Different units do not mix, nor do bare numbers become quantities.
static_assert(Addable<Metres, Metres> && !Addable<Metres, Seconds> && !Addable<Metres, double>);
static_assert(Comparable<Metres, Metres> && !Comparable<Metres, Kilometres> && !Comparable<Metres, double>);
static_assert(!std::is_convertible_v<double, Metres> && !std::is_convertible_v<Metres, double>);
static_assert(!std::is_convertible_v<Metres, Hertz> && !std::is_constructible_v<Metres, Hertz>);
static_assert(!std::is_convertible_v<double, Dbm> && std::is_constructible_v<Dbm, double>);
static_assert(UnitValue<Metres> && UnitValue<Dbm> && !UnitValue<double>);
static_assert(sizeof(Metres) == sizeof(double) && std::is_trivially_copyable_v<Metres>);

TEST(Quantity, Calculates) {
  EXPECT_EQ(Metres(2) + Metres(3), Metres(5));
  EXPECT_EQ(Metres(2) - Metres(3), Metres(-1));
  EXPECT_EQ(-Metres(2), Metres(-2));
  EXPECT_EQ(Metres(2) * 3.0, 3.0 * Metres(2));
  EXPECT_EQ(Metres(6) / 3.0, Metres(2));
  EXPECT_EQ(Metres(6) / Metres(3), 2.0);
  Metres sum(1);
  sum += Metres(2);
  sum -= Metres(0.5);
  EXPECT_EQ(sum.value(), 2.5);
  EXPECT_LT(Metres(1), Metres(2));
  EXPECT_EQ(Metres().value(), 0.0);
}

TEST(Dbm, ShiftsByDecibels) {
  EXPECT_EQ(Dbm(-80) - Dbm(-95), Decibel(15));
  EXPECT_EQ(Dbm(43) + Decibel(17) - Decibel(2), Dbm(58));
  EXPECT_LT(Dbm(-100), Dbm(-90));
}

TEST(Units, NameTheirSymbolsAndMultiples) {
  EXPECT_EQ(Metres::symbol, "m");
  EXPECT_EQ(Dbm::symbol, "dBm");
  EXPECT_EQ(MegabitsPerSecond::symbol, "Mbit/s");
  EXPECT_EQ(megahertz(3500), gigahertz(3.5));
  EXPECT_EQ(gigahertz(1).value(), 1e9);
}

}  // namespace
}  // namespace parktwin
