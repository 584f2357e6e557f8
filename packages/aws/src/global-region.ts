/** Where services without Regions are signed for; a client built with it signs alike for AWS and for other endpoints. */
export const globalRegion = 'us-east-1';
