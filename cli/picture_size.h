#pragma once
// Sizes of pictures and films as the command line gives them: "1920x1080".
#include <CLI/CLI.hpp>
#include <string>

namespace parktwin::cli {

struct PictureSize {
  int width = 0;
  int height = 0;
};

/// Precondition: the validator accepted it.
[[nodiscard]] PictureSize picture_size(const std::string& text);

/// From 320x240 to 8192x8192; for films of even numbers only, up to 4096x4096; for windows from 640x400, which its panels need.
[[nodiscard]] CLI::Validator size_of_picture();
[[nodiscard]] CLI::Validator size_of_film();
[[nodiscard]] CLI::Validator size_of_window();

}  // namespace parktwin::cli
