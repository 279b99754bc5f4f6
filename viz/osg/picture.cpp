#include "viz/osg/picture.h"

#include <osg/Image>
#include <osgDB/Registry>
#include <sstream>
#include <stdexcept>

namespace parktwin::viz {
namespace {

std::string encoded(const Picture& picture, const char* extension, const std::string& options) {
  osgDB::ReaderWriter* writer = osgDB::Registry::instance()->getReaderWriterForExtension(extension);
  const std::string plugin = std::string("OpenSceneGraph's ") + extension + " plugin";
  if (writer == nullptr) throw std::runtime_error(plugin + " is missing (Debian package libopenscenegraph161)");
  osg::ref_ptr<osg::Image> image = new osg::Image;
  std::vector<std::uint8_t> rgb = picture.rgb;
  image->setImage(picture.width, picture.height, 1, GL_RGB, GL_RGB, GL_UNSIGNED_BYTE, rgb.data(), osg::Image::NO_DELETE, 1);
  std::ostringstream bytes(std::ios::binary);
  const osg::ref_ptr<osgDB::Options> settings = new osgDB::Options(options);
  const auto written = writer->writeImage(*image, bytes, settings.get());
  if (!written.success()) throw std::runtime_error(plugin + " failed: " + written.message());
  return bytes.str();
}

}  // namespace

std::string encode_png(const Picture& picture) { return encoded(picture, "png", ""); }

std::string encode_jpeg(const Picture& picture, int quality) { return encoded(picture, "jpeg", "JPEG_QUALITY " + std::to_string(quality)); }

}  // namespace parktwin::viz
