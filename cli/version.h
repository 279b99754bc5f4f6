#pragma once
// The program's version, from CMake.

namespace parktwin::cli {

inline constexpr const char* version = PARKTWIN_VERSION;

}  // namespace parktwin::cli
