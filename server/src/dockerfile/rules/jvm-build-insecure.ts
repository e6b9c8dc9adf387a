import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/jvm-build-insecure',
  title: 'Maven or Gradle without verification',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'Maven Resolver: configuration', url: 'https://maven.apache.org/resolver/configuration.html' },
    { title: 'Gradle: verifying dependencies', url: 'https://docs.gradle.org/current/userguide/dependency_verification.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes the build take artifacts from anyone.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.jvm,
    'Repositories must have a certificate that Java trusts, and artifacts the checksums that are recorded.',
  ),
});
