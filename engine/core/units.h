#pragma once
// Value types for physical quantities that cross a face, so that metres cannot be passed as hertz and dBm cannot be added to dBm.
// Each type holds one double in the unit its name says; build it explicitly (`Metres(12.0)`), read it with `value()`.
// Arrays, file columns and scenario keys carry the unit in their name instead.
#include <compare>
#include <string_view>

namespace parktwin {

template <class Unit>
class Quantity {
 public:
  static constexpr std::string_view symbol = Unit::symbol;
  constexpr Quantity() = default;
  constexpr explicit Quantity(double value) : value_(value) {}
  [[nodiscard]] constexpr double value() const { return value_; }

  friend constexpr auto operator<=>(Quantity, Quantity) = default;
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value_ + b.value_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value_ - b.value_); }
  friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.value_); }
  friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity(a.value_ * factor); }
  friend constexpr Quantity operator*(double factor, Quantity a) { return Quantity(a.value_ * factor); }
  friend constexpr Quantity operator/(Quantity a, double divisor) { return Quantity(a.value_ / divisor); }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
  constexpr Quantity& operator+=(Quantity b) {
    value_ += b.value_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity b) {
    value_ -= b.value_;
    return *this;
  }

 private:
  double value_ = 0.0;
};

namespace unit {
struct Metre {
  static constexpr std::string_view symbol = "m";
};
struct SquareMetre {
  static constexpr std::string_view symbol = "m2";
};
struct Kilometre {
  static constexpr std::string_view symbol = "km";
};
struct Degree {
  static constexpr std::string_view symbol = "degree";
};
struct Second {
  static constexpr std::string_view symbol = "s";
};
struct Hertz {
  static constexpr std::string_view symbol = "Hz";
};
struct Decibel {
  static constexpr std::string_view symbol = "dB";
};
struct MegabitPerSecond {
  static constexpr std::string_view symbol = "Mbit/s";
};
struct Kilowatt {
  static constexpr std::string_view symbol = "kW";
};
struct MegavoltAmpere {
  static constexpr std::string_view symbol = "MVA";
};
struct KilowattHour {
  static constexpr std::string_view symbol = "kWh";
};
struct MegawattHour {
  static constexpr std::string_view symbol = "MWh";
};
struct Kilovolt {
  static constexpr std::string_view symbol = "kV";
};
struct Kiloampere {
  static constexpr std::string_view symbol = "kA";
};
struct OhmPerKilometre {
  static constexpr std::string_view symbol = "ohm/km";
};
struct Kelvin {
  static constexpr std::string_view symbol = "K";
};
struct Yuan {
  static constexpr std::string_view symbol = "CNY";
};
}  // namespace unit

using Metres = Quantity<unit::Metre>;
using SquareMetres = Quantity<unit::SquareMetre>;
using Kilometres = Quantity<unit::Kilometre>;
using Degrees = Quantity<unit::Degree>;
using Seconds = Quantity<unit::Second>;
using Hertz = Quantity<unit::Hertz>;
using Decibel = Quantity<unit::Decibel>;
using MegabitsPerSecond = Quantity<unit::MegabitPerSecond>;
using Kilowatts = Quantity<unit::Kilowatt>;
using MegavoltAmperes = Quantity<unit::MegavoltAmpere>;
using KilowattHours = Quantity<unit::KilowattHour>;
using MegawattHours = Quantity<unit::MegawattHour>;
using Kilovolts = Quantity<unit::Kilovolt>;
using Kiloamperes = Quantity<unit::Kiloampere>;
using OhmsPerKilometre = Quantity<unit::OhmPerKilometre>;
using Kelvin = Quantity<unit::Kelvin>;
using Yuan = Quantity<unit::Yuan>;

constexpr Hertz megahertz(double value) { return Hertz(value * 1e6); }
constexpr Hertz gigahertz(double value) { return Hertz(value * 1e9); }

/// Absolute power level relative to 1 mW. Levels differ by decibels; two levels cannot be added.
class Dbm {
 public:
  static constexpr std::string_view symbol = "dBm";
  constexpr Dbm() = default;
  constexpr explicit Dbm(double value) : value_(value) {}
  [[nodiscard]] constexpr double value() const { return value_; }

  friend constexpr auto operator<=>(Dbm, Dbm) = default;
  friend constexpr Dbm operator+(Dbm level, Decibel gain) { return Dbm(level.value_ + gain.value()); }
  friend constexpr Dbm operator-(Dbm level, Decibel loss) { return Dbm(level.value_ - loss.value()); }
  friend constexpr Decibel operator-(Dbm a, Dbm b) { return Decibel(a.value_ - b.value_); }

 private:
  double value_ = 0.0;
};

}  // namespace parktwin
