FROM --platform=linux/amd64 maven:3.9-eclipse-temurin-21
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/build-tools-in-image
RUN mvn package
