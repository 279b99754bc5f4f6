#include "viz/osg/picture.h"

#include <osg/Image>
#include <osgDB/Registry>
#include <sstream>
#include <stdexcept>

namespace parktwin::viz {

std::string encode_png(const Picture& picture) {
  osgDB::ReaderWriter* png = osgDB::Registry::instance()->getReaderWriterForExtension("png");
  if (png == nullptr) throw std::runtime_error("OpenSceneGraph's PNG plugin is missing (Debian package libopenscenegraph161)");
  osg::ref_ptr<osg::Image> image = new osg::Image;
  std::vector<std::uint8_t> rgb = picture.rgb;
  image->setImage(picture.width, picture.height, 1, GL_RGB, GL_RGB, GL_UNSIGNED_BYTE, rgb.data(), osg::Image::NO_DELETE, 1);
  std::ostringstream bytes(std::ios::binary);
  const auto written = png->writeImage(*image, bytes);
  if (!written.success()) throw std::runtime_error("the PNG plugin failed: " + written.message());
  return bytes.str();
}

}  // namespace parktwin::viz
