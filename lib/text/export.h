/* Marks what the shared library shows: the names that zhibiao.h leads to, in C++ and in C. All others are hidden. */
#ifndef ZHIBIAO_EXPORT_H
#define ZHIBIAO_EXPORT_H

#define ZHIBIAO_EXPORT __attribute__((visibility("default")))

#endif
